"""The API by which other systems bring requests in: JSON, described by OpenAPI 3.1."""
