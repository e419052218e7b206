//! Request line to answer: a file of the page's folder, and nothing above it.

use std::fs;
use std::path::{Path, PathBuf};

/// Only what comes with the page may run in it, and it may speak to nobody else.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'none'; \
                      base-uri 'none'; frame-ancestors 'self'";

/// What goes back to the browser.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) head: String,
    pub(super) body: Vec<u8>,
}

/// The answer to a line such as `GET /app.js HTTP/1.1`.
pub(super) fn answer(request: &str, folder: &Path) -> Answer {
    let mut words = request.split(' ');
    let (method, address) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    if method != "GET" && method != "HEAD" {
        return plain("405 Method Not Allowed", "Only GET and HEAD.\n");
    }
    let Some((path, body)) = file(address, folder) else {
        return plain("404 Not Found", "There is no such file.\n");
    };
    let head = head("200 OK", kind(&path), body.len());
    let body = if method == "HEAD" { Vec::new() } else { body };
    Answer { head, body }
}

/// The file that an address stands for. Links that lead out of the folder are not followed.
fn file(address: &str, folder: &Path) -> Option<(PathBuf, Vec<u8>)> {
    let path = folder.join(relative(address)?).canonicalize().ok()?;
    let inside = path.starts_with(folder.canonicalize().ok()?);
    let body = fs::read(&path).ok().filter(|_| inside)?;
    Some((path, body))
}

/// The path below the folder, or nothing for an address that is none or tries to climb out.
fn relative(address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = decoded(path)?;
    let path = if path.is_empty() || path.ends_with('/') {
        path + "index.html"
    } else {
        path
    };
    let is_plain =
        |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', '\0']);
    path.split('/').all(is_plain).then(|| path.into())
}

/// The text behind `%E6%B8%85`; nothing when it is none.
fn decoded(path: &str) -> Option<String> {
    let mut parts = path.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let (code, rest) = part.split_at_checked(2)?;
        let is_hexadecimal = code.bytes().all(|digit| digit.is_ascii_hexdigit());
        bytes.push(
            u8::from_str_radix(code, 16)
                .ok()
                .filter(|_| is_hexadecimal)?,
        );
        bytes.extend(rest.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

/// The content type, by the end of the name. A module under any other type does not start.
fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn plain(status: &str, text: &str) -> Answer {
    Answer {
        head: head(status, "text/plain; charset=utf-8", text.len()),
        body: text.into(),
    }
}

fn head(status: &str, kind: &str, length: usize) -> String {
    [
        &format!("HTTP/1.1 {status}"),
        &format!("Content-Type: {kind}"),
        &format!("Content-Length: {length}"),
        "Cache-Control: no-store",
        &format!("Content-Security-Policy: {POLICY}"),
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: no-referrer",
        "Connection: close",
        "\r\n",
    ]
    .join("\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stand_for_files_below_the_folder() {
        assert_eq!(relative("/"), Some("index.html".into()));
        assert_eq!(relative("/app.js?v=1"), Some("app.js".into()));
        assert_eq!(relative("/help/"), Some("help/index.html".into()));
        assert_eq!(
            relative("/%E6%B8%85%E6%AC%A0.html"),
            Some("清欠.html".into())
        );
    }

    #[test]
    fn nothing_climbs_out_of_the_folder() {
        for address in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/a/..%2f..%2fCargo.toml",
            "/..\\Cargo.toml",
            "//etc/passwd",
            "/.git/config",
            "/a%00.html",
            "/%e6%b8",
            "/%+5",
            "/%4",
            "http://elsewhere/",
            "",
        ] {
            assert_eq!(relative(address), None, "{address}");
        }
    }

    #[test]
    fn a_link_that_leads_out_is_not_followed() {
        let folder = std::env::temp_dir().join(format!("xtask-serve-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("app.js"), "1").unwrap();
        std::os::unix::fs::symlink("/etc/passwd", folder.join("out.txt")).unwrap();
        let found = file("/app.js", &folder).map(|(_, body)| body);
        let led_out = file("/out.txt", &folder);
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(found.as_deref(), Some(b"1".as_slice()));
        assert_eq!(led_out, None);
    }

    #[test]
    fn the_module_has_its_type() {
        assert_eq!(
            kind(Path::new("a/arrears_ledger_bg.wasm")),
            "application/wasm"
        );
        assert_eq!(kind(Path::new("LICENSE")), "application/octet-stream");
    }

    #[test]
    fn every_answer_carries_the_policy_and_is_kept_nowhere() {
        let folder = Path::new("/no/such/folder");
        for (request, status) in [
            ("GET / HTTP/1.1", "HTTP/1.1 404 Not Found\r\n"),
            ("POST / HTTP/1.1", "HTTP/1.1 405 Method Not Allowed\r\n"),
            ("", "HTTP/1.1 405 Method Not Allowed\r\n"),
        ] {
            let head = answer(request, folder).head;
            assert!(head.starts_with(status), "{head}");
            assert!(head.contains("\r\nContent-Security-Policy: default-src 'none';"));
            assert!(head.contains("\r\nCache-Control: no-store\r\n"));
            assert!(head.ends_with("\r\n\r\n"));
        }
    }
}
