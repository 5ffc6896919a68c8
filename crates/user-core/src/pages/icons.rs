//! The icons of the menu: paths of SVG in a box of 24 by 24, drawn as lines.

pub(super) const PERSON: &str = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.5c.8-4 3.8-5.5 8-5.5s7.2 1.5 8 5.5";
pub(super) const PENCIL: &str = "M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19zM14 6.5l3.5 3.5";
pub(super) const PICTURE: &str = "M5.5 4h13A1.5 1.5 0 0 1 20 5.5v13a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5v-13A1.5 1.5 0 0 1 5.5 4zM4 17l5-5 4 4 2.5-2.5L20 18M15.5 8.5h.1";
pub(super) const ENVELOPE: &str = "M5.5 5h13A2.5 2.5 0 0 1 21 7.5v9a2.5 2.5 0 0 1-2.5 2.5h-13A2.5 2.5 0 0 1 3 16.5v-9A2.5 2.5 0 0 1 5.5 5zM4 7l8 6 8-6";
pub(super) const BADGE: &str = "M4.5 6h15A1.5 1.5 0 0 1 21 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5v-9A1.5 1.5 0 0 1 4.5 6zM8.5 12a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM6 15.5c.6-1.8 4.4-1.8 5 0M14 10h4M14 14h4";
pub(super) const LOCK: &str = "M6.5 11h11A1.5 1.5 0 0 1 19 12.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-6A1.5 1.5 0 0 1 6.5 11zM8 11V8a4 4 0 0 1 8 0v3";
pub(super) const SHEET: &str = "M7.5 3H14l5 5v11.5a1.5 1.5 0 0 1-1.5 1.5h-10A1.5 1.5 0 0 1 6 19.5v-15A1.5 1.5 0 0 1 7.5 3zM14 3v5h5M9.5 13h6M9.5 16.5h6";
pub(super) const SCREEN: &str =
    "M5 4.5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2zM9 20.5h6M12 16.5v4";
pub(super) const PAPER_PLANE: &str = "M20.5 3.5 10 14M20.5 3.5 14 21l-4-7-7-4z";
pub(super) const DOT: &str = "M12 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z";
pub(super) const TRASH: &str = "M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5";
