/** One source for both manifests; what differs has its reason beside it. */

const CSP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  // Nothing can be reached. The engine is fetched all the same: no browser holds its policy against files of the package (docs/security.md).
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const BROWSERS = ["chromium", "firefox"];

/** Firefox opens its sidebar by a command of its own; Chromium leaves it to the background. */
const PANEL_COMMAND = {
  chromium: { "open-panel": { suggested_key: { default: "Alt+R" }, description: "__MSG_openPanel__" } },
  firefox: { _execute_sidebar_action: { suggested_key: { default: "Alt+R" }, description: "__MSG_openPanel__" } },
};

/** The manifest for a browser, `version` being that of the package. */
export function manifestFor(browser, version) {
  const icons = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/isnad-${size}.png`]));
  return {
    manifest_version: 3,
    name: "__MSG_name__",
    description: "__MSG_description__",
    version,
    default_locale: "ar",
    icons,
    action: { default_title: "__MSG_mark__", default_icon: icons },
    options_ui: { page: "options.html", open_in_tab: true },
    permissions: ["activeTab", "scripting", "storage", ...(browser === "chromium" ? ["sidePanel"] : [])],
    optional_host_permissions: ["https://*/*", "http://*/*"],
    content_security_policy: { extension_pages: CSP },
    commands: {
      ...PANEL_COMMAND[browser],
      // Keys without Shift: Alt+Shift changes the keyboard's language on the machines of most Arabic readers.
      _execute_action: { suggested_key: { default: "Alt+I" }, description: "__MSG_mark__" },
      "next-mark": { suggested_key: { default: "Alt+Period" }, description: "__MSG_nextMark__" },
      "previous-mark": { suggested_key: { default: "Alt+Comma" }, description: "__MSG_previousMark__" },
    },
    ...(browser === "chromium" ? chromium() : firefox(icons)),
  };
}

function chromium() {
  return {
    // `popover`, static ranges in highlights and `caretPositionFromPoint` in shadow trees.
    minimum_chrome_version: "128",
    background: { service_worker: "background.js", type: "module" },
    side_panel: { default_path: "panel.html" },
    storage: { managed_schema: "managed-schema.json" },
  };
}

function firefox(icons) {
  return {
    // Firefox errs at a lone `service_worker`, and warns at `scripts` beside it.
    background: { scripts: ["background.js"], type: "module" },
    sidebar_action: { default_panel: "panel.html", default_title: "__MSG_name__", default_icon: icons, open_at_install: false },
    browser_specific_settings: {
      // 146: `text-decoration` in `::highlight()`.
      gecko: { id: "isnad@isnad.example", strict_min_version: "146.0", data_collection_permissions: { required: ["none"] } },
      gecko_android: { strict_min_version: "146.0" },
    },
  };
}
