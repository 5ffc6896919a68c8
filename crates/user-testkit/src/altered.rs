//! Rows that differ in a field or two.

/// Returns `value` with the changes that `alter` makes. For types that code outside their crate cannot build by struct
/// update, because they may get more fields.
///
/// ```
/// use user_core::settings::Settings;
/// use user_testkit::altered;
///
/// let settings = altered(Settings::default(), |it| it.features.remember_me = false);
///
/// assert!(!settings.features.remember_me);
/// ```
pub fn altered<T>(mut value: T, alter: impl FnOnce(&mut T)) -> T {
    alter(&mut value);
    value
}
