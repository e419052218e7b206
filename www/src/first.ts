/**
 * Runs before the page, in any browser there is, and says what to do where the page cannot start.
 * The build makes it ECMAScript 5 and refuses what cannot be made so: no older syntax would be told
 * from newer by a browser that stops at it.
 */

interface FirstWindow {
  /** Set by the page's script when all of it has run once. */
  arrearsLedgerBegan?: boolean;
  /** What a policy forbade, from the very start. */
  arrearsLedgerForbidden?: string[];
  /** Says in place of the page that it cannot start, and why: as a rule no fault of the browser. */
  arrearsLedgerCannot?: (why: string, isTooOld?: boolean) => void;
}

(function (page: FirstWindow) {
  var OLD = [
    "浏览器或者它正在用的内核太旧。请按顺序试：",
    "① 360、QQ、搜狗等双核浏览器：点地址栏右端的“兼容”标志，换成“极速模式”，再刷新本页。",
    "② 换一个浏览器打开：Chrome、Edge、奇安信可信浏览器、360安全浏览器、统信UOS浏览器，内核为 Chromium 78（2019年）或更新；Firefox 用在支持期内的版本。",
    "③ 都没有时，请单位的信息化管理员安装，或者到另一台电脑上填报。",
    "以前填的草稿仍在当时用的浏览器里，没有丢失。",
    "This browser, or the engine it is using, is too old. Switch a dual-engine browser to its fast (极速) mode, or open the page in Chrome, Edge or any other browser on Chromium 78 or later, or in a Firefox that is still supported. Drafts remain in the browser they were written in.",
  ];
  var BROKEN = [
    "本页的程序没有取全，或者启动时出错。请刷新；仍不行的，把下面的内容发给提供本页的单位。",
    "以前填的草稿仍在这个浏览器里，没有丢失。",
    "A part of the page could not be fetched, or failed when it started. Reload; if that does not help, send the lines below to whoever provides this page. Drafts remain in this browser.",
  ];
  var isOver = false;
  var forbidden: string[] = (page.arrearsLedgerForbidden = []);
  document.addEventListener("securitypolicyviolation", function (event) {
    var told = event.effectiveDirective + " " + event.blockedURI;
    // The page's own empty icon, which a browser remarks on now and then: nothing is missing. Any other
    // picture of this kind the console names.
    if (told !== "img-src data" && forbidden.length < 20 && forbidden.indexOf(told) < 0) {
      forbidden.push(told);
    }
  });

  page.arrearsLedgerCannot = function (why, isTooOld) {
    var place = document.getElementById("app");
    if (isOver || !place) {
      return;
    }
    isOver = true;
    while (place.firstChild) {
      place.removeChild(place.firstChild);
    }
    var lines = ["清欠台账在这里打不开 / The ledger cannot start here"].concat(
      isTooOld ? OLD : BROKEN,
    );
    lines.push(why, navigator.userAgent);
    for (var index = 0; index < lines.length; index += 1) {
      var line = document.createElement(index === 0 ? "h1" : "p");
      line.appendChild(document.createTextNode(lines[index] || ""));
      place.appendChild(line);
    }
    place.className = "cannot";
    place.setAttribute("role", "alert");
  };

  var why = "";
  var isBroken = false;
  window.addEventListener(
    "error",
    function (event) {
      var from = event.target as { src?: string } | null;
      isBroken = isBroken || (!!from && /app\.js/.test(from.src || ""));
      why = why || event.message || "";
    },
    true,
  );
  window.addEventListener("load", function () {
    if (!page.arrearsLedgerBegan && page.arrearsLedgerCannot) {
      page.arrearsLedgerCannot(why, !isBroken);
    }
  });
})(window as unknown as FirstWindow);
