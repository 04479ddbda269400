// The page for what is not found is served at any depth of any mount. It looks for the paper's own
// mark (assets/home.gif) beside each folder of its address, from the deepest up, and points its links there.
(function () {
  var links = document.querySelectorAll('a[data-home]');
  // An address that begins with // names another host.
  var folders = location.pathname.replace(/^\/+/, '/').split('/').slice(0, -1);
  function look() {
    if (folders.length === 0) return;
    var base = folders.join('/') + '/';
    var probe = new Image();
    probe.onload = function () {
      for (var i = 0; i < links.length; i += 1) {
        links[i].href = base + links[i].getAttribute('data-home').slice(1);
      }
    };
    probe.onerror = function () {
      folders.pop();
      look();
    };
    probe.src = base + 'assets/home.gif';
  }
  look();
})();
