"""Mail in and out: the mailbox that requests come to, and the server that the outbox leaves by."""
