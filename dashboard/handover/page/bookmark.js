// The bookmark. It runs in the page that one is reading, takes the selection or else the page without
// its scripts, styles and forms, and opens SLANT_ADDRESS with it after the # of the address, which
// browsers send to no server. Nothing is sent before a click there.
// No line may end in a comment, and every statement ends in a semicolon: the lines are joined.
(function () {
  var most = 1400000;
  var page = document;
  var brought = { url: page.location.href.split("#")[0], title: page.title.slice(0, 500) };
  var selected = String(page.getSelection() || "").trim();
  if (selected) {
    brought.text = selected;
  } else {
    var whole = page.documentElement.cloneNode(true);
    whole.querySelectorAll("script,style,svg,iframe,form,input,textarea,link,canvas,video,audio,object,embed,template").forEach(function (part) { part.remove(); });
    whole.querySelectorAll("*").forEach(function (part) {
      ["style", "srcset", "onclick", "data-src", "data-srcset"].forEach(function (name) { part.removeAttribute(name); });
      if ((part.getAttribute("src") || "").slice(0, 5) === "data:") { part.removeAttribute("src"); }
    });
    brought.html = whole.outerHTML;
  }
  var after = function () { return encodeURIComponent(JSON.stringify(brought).replace(/[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g, "$1\ufffd")); };
  var sent = after();
  if (sent.length > most && brought.html) {
    brought.text = (page.querySelector("article") || page.querySelector("main") || page.body).innerText;
    delete brought.html;
    sent = after();
  }
  if (sent.length > most) {
    alert("This page is too long to be handed over: select the article’s text and use the bookmark again.");
    return;
  }
  var opened = window.open("SLANT_ADDRESS#" + sent, "_blank");
  if (!opened) {
    page.location.href = "SLANT_ADDRESS#" + sent;
  }
})();
