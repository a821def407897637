// Shows what works only with a script, and says so when a passkey was not used.
(function () {
  for (const part of document.querySelectorAll('[data-needs-script]')) {
    part.hidden = false
  }
  for (const part of document.querySelectorAll('[data-needs-no-script]')) {
    part.hidden = true
  }
  document.addEventListener('allauth.error', function (event) {
    event.preventDefault()
    document.getElementById('passkey-problem').hidden = false
  })
})()
