/** The whole ledger within React: the element's properties are props, its events have listeners. */

import { StrictMode, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";

import "arrears-ledger/element";

const PREFILL = { header: { phone: "0375-8050000" } };

function Ledger({ unit, onSubmit }) {
  const element = useRef(null);
  const [counts, setCounts] = useState(null);
  useEffect(() => {
    const ledger = element.current;
    const changed = ({ detail }) => setCounts(detail.overview?.counts ?? null);
    const submitted = (event) => {
      event.preventDefault();
      onSubmit(event.detail.submission);
    };
    ledger.addEventListener("ledger-change", changed);
    ledger.addEventListener("ledger-submit", submitted);
    return () => {
      ledger.removeEventListener("ledger-change", changed);
      ledger.removeEventListener("ledger-submit", submitted);
    };
  }, [onSubmit]);
  return (
    <>
      <arrears-ledger ref={element} unit={unit} prefill={PREFILL} readOnlyFields={["phone"]} />
      <output id="counts">{counts && `错误 ${counts.errors}，提醒 ${counts.warnings}`}</output>
    </>
  );
}

function App() {
  const [unit, setUnit] = useState("410422101");
  const [said, setSaid] = useState("");
  const [submit] = useState(() => async (submission) => {
    await fetch("/ledgers", { method: "POST", body: submission.text });
    setSaid(`已提交 ${submission.check_code}`);
  });
  return (
    <>
      <label>
        单位{" "}
        <select id="unit" value={unit} onChange={(event) => setUnit(event.target.value)}>
          <option value="410422101">任店镇</option>
          <option value="410422102">保安镇</option>
          <option value="">未选</option>
        </select>
      </label>
      {unit && <Ledger unit={unit} onSubmit={submit} />}
      <output id="said">{said}</output>
    </>
  );
}

createRoot(document.querySelector("#app")).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
