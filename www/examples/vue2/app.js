/* A page of scripts: Vue 2 reads its template out of the page, the ledger is an element in it. */

Vue.config.ignoredElements = [/^arrears-ledger/];

new Vue({
  el: "#app",
  data: {
    unit: "410422101",
    english: false,
    errors: 0,
    said: "",
    prefill: { header: { phone: "0375-8050000" } },
  },
  methods: {
    changed: function (event) {
      this.errors = event.detail.overview ? event.detail.overview.counts.errors : 0;
    },
    submitted: function (event) {
      var self = this;
      event.preventDefault();
      var request = new XMLHttpRequest();
      request.open("POST", "/ledgers");
      request.onload = function () {
        self.said = "已提交";
      };
      request.send(event.detail.submission.text);
    },
  },
});
