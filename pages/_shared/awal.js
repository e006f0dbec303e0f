// While the server runs the page's script for the first time the browser has nothing to do: it loads the parts of Streamlit
// that the page will need, the largest (charts) among them, which it would else do after everything has come.
(() => {
  const parts = PARTS
  const running = '[data-testid="stApp"][data-test-script-state="running"]'
  const watcher = new MutationObserver(() => {
    if (!document.querySelector(running)) return
    watcher.disconnect()
    for (const part of parts) import(part).catch(() => undefined)
  })
  watcher.observe(document.body, { attributeFilter: ['data-test-script-state'], childList: true, subtree: true })
})()
