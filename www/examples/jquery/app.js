/* A form that jQuery has: rows by number, names of its own, handed in by $.ajax. */

$(function () {
  var count = 0;

  $("#add").on("click", function () {
    var debt = "entries[" + count + "]";
    count += 1;
    var row = $("<tr>");
    $.each(["debtor_name", "creditor_name", "arrears_amount"], function (_, field) {
      $("<td>")
        .append($("<input>", { name: debt + "." + field }))
        .appendTo(row);
    });
    $("<td>")
      .append($("<button>", { type: "button", class: "remove", text: "删除" }))
      .appendTo(row);
    row.appendTo("#debts");
  });

  $("#debts").on("click", ".remove", function () {
    $(this).closest("tr").remove();
  });

  ArrearsLedger.bindForm($("#ledger")[0], {
    campaign: ArrearsLedger.yexian2022,
    unit: "410422101",
    fields: { tbr: "filler", shr: "reviewer", fzr: "head" },
    // A draft with debts makes the table as long.
    rows: function (wanted) {
      while (count < wanted) {
        $("#add").trigger("click");
      }
    },
  }).then(function (bound) {
    window.bound = bound;

    $("#ledger").on("ledger-submit", function (event) {
      // Handed in by the script, and not by the browser.
      event.preventDefault();
      $.ajax({
        method: "POST",
        url: "/ledgers",
        contentType: "application/json",
        data: event.originalEvent.detail.submission.text,
      }).then(function () {
        $("#said").text("已提交");
        return bound.forgetDraft();
      });
    });
  });
});
