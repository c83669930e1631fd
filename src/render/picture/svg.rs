//! Elements of a picture, as text.

use std::fmt::Write as _;

use super::super::escape::{address_escaped, html_escaped};

/// A picture in the making.
#[derive(Debug)]
pub(super) struct Svg<'r> {
    /// What to put before an address to reach it from the page.
    root: &'r str,
    text: String,
}

impl<'r> Svg<'r> {
    pub(super) fn new(root: &'r str) -> Self {
        Self { root, text: String::new() }
    }

    /// A rectangle with slightly rounded corners.
    pub(super) fn rectangle(&mut self, class: &str, [x, y, width, height]: [f64; 4]) {
        let (x, y, width, height) = (short(x), short(y), short(width), short(height));
        let _ = write!(
            self.text,
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"2\"/>"
        );
    }

    /// A path.
    pub(super) fn path(&mut self, class: &str, path: &str) {
        let _ = write!(self.text, "<path class=\"{class}\" d=\"{path}\"/>");
    }

    /// Lines of words, the first on `y`, each of the others `leading` below the one before.
    pub(super) fn words(&mut self, class: &str, [x, y]: [f64; 2], leading: f64, lines: &[String]) {
        if let [line] = lines {
            let line = html_escaped(line);
            let _ = write!(
                self.text,
                "<text class=\"{class}\" x=\"{}\" y=\"{}\">{line}</text>",
                short(x),
                short(y)
            );
            return;
        }
        let _ = write!(self.text, "<text class=\"{class}\" y=\"{}\">", short(y));
        for (index, line) in lines.iter().enumerate() {
            let down = if index == 0 { String::new() } else { format!(" dy=\"{}\"", short(leading)) };
            // A space between the lines, for whoever hears or copies them.
            let space = if index == 0 { "" } else { " " };
            let _ =
                write!(self.text, "{space}<tspan x=\"{}\"{down}>{}</tspan>", short(x), html_escaped(line));
        }
        self.text.push_str("</text>");
    }

    /// What `inner` draws, as a link; without an address, as it is.
    pub(super) fn link(&mut self, address: Option<&str>, inner: impl FnOnce(&mut Self)) {
        if let Some(address) = address {
            let _ = write!(self.text, "<a href=\"{}{}\">", self.root, address_escaped(address));
        }
        inner(self);
        if address.is_some() {
            self.text.push_str("</a>");
        }
    }

    /// What `inner` draws, marked with the places in a list of what it stands for.
    pub(super) fn of_items(&mut self, items: &str, inner: impl FnOnce(&mut Self)) {
        let _ = write!(self.text, "<g data-items=\"{}\">", html_escaped(items));
        inner(self);
        self.text.push_str("</g>");
    }

    /// The whole picture, so large, named for those who cannot see it.
    pub(super) fn finish(self, class: &str, name: &str, [width, height]: [f64; 2]) -> String {
        // A hair more on every side: lines on the edge are drawn half outside it.
        let (width, height) = (short(width + 2.0), short(height + 2.0));
        format!(
            "<svg class=\"{class}\" role=\"group\" aria-label=\"{}\" viewBox=\"-1 -1 {width} {height}\" width=\"{width}\" height=\"{height}\">{}</svg>\n",
            html_escaped(name),
            self.text
        )
    }
}

/// A number with at most one digit behind the point.
#[expect(clippy::cast_possible_truncation, reason = "no picture is that large")]
pub(super) fn short(number: f64) -> String {
    let tenths = (number * 10.0).round() as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, rest) => format!("{sign}{whole}.{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        assert_eq!([0.0, 12.0, 12.34, -0.56, -7.0, 0.04].map(short), ["0", "12", "12.3", "-0.6", "-7", "0"]);
    }
}
