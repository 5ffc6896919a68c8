//! New passwords: parsed, judged by the policy, and typed twice alike.

use std::sync::{Arc, OnceLock};

use crate::domain::{EmailAddress, Field, Password, User, Username, Violation, Violations};
use crate::manager::UserManager;
use crate::ports::{Judgement, PasswordContext, Port, PortError};

/// A new password as it was typed, once more where that is asked.
pub(crate) struct Typed<'a> {
    pub(crate) field: Field,
    pub(crate) password: &'a str,
    pub(crate) retyped: &'a str,
}

impl UserManager {
    /// A new password by every rule: there, long enough, good enough, and typed twice alike where that is asked. To be
    /// called after an attempt was reserved: judging a password is work.
    pub(crate) async fn parse_new_password(
        &self,
        typed: Typed<'_>,
        whose: (Option<&Username>, Option<&EmailAddress>),
        violations: &mut Violations,
    ) -> Result<Option<Password>, PortError> {
        let password = self.judged_password(typed.password, &typed.field, whose, violations).await?;
        // Compared as passwords: one password typed in two Unicode forms is one.
        let same = match (&password, Password::parse(typed.retyped)) {
            (Some(password), Ok(again)) => password.equals(&again),
            _ => typed.password == typed.retyped,
        };
        if self.settings().features.retype_password && !same {
            violations.add(Field::RetypePassword, Violation::Mismatch);
        }
        Ok(password)
    }

    /// The new password of a user who lost the last one.
    pub(crate) async fn parse_reset(
        &self,
        (password, retyped): (&str, &str),
        user: &User,
    ) -> Result<Result<Password, Violations>, PortError> {
        let mut violations = Violations::none();
        let typed = Typed { field: Field::NewPassword, password, retyped };
        let whose = (user.username.as_ref(), user.primary_email().map(|email| &email.address));
        let password = self.parse_new_password(typed, whose, &mut violations).await?;
        Ok(password.filter(|_| violations.is_empty()).ok_or(violations))
    }

    /// A password by every rule.
    pub(crate) async fn judged_password(
        &self,
        raw: &str,
        field: &Field,
        whose: (Option<&Username>, Option<&EmailAddress>),
        violations: &mut Violations,
    ) -> Result<Option<Password>, PortError> {
        let password = violations.collect(field.clone(), Password::parse(raw));
        if let Some(password) = &password {
            let judgement = self.judge(password, whose).await?;
            judgement.violations.into_iter().for_each(|found| violations.add(field.clone(), found));
            violations.judged(judgement.strength);
        }
        Ok(password)
    }

    /// What the policy finds of a password, where the hasher does its work: never on a thread that serves others.
    pub(crate) async fn judge(
        &self,
        password: &Password,
        (username, email): (Option<&Username>, Option<&EmailAddress>),
    ) -> Result<Judgement, PortError> {
        let judgement = Arc::new(OnceLock::new());
        let (parts, answer) = (Arc::clone(&self.parts), Arc::clone(&judgement));
        let (password, username, email) = (password.clone(), username.cloned(), email.cloned());
        let work = Box::new(move || {
            let app_name = &parts.settings.app_name;
            let context = PasswordContext { username: username.as_ref(), email: email.as_ref(), app_name };
            let _ = answer.set(parts.password_policy.judge(&password, &context));
        });
        self.parts.hasher.run(work).await?;
        judgement.get().cloned().ok_or_else(|| PortError::new(Port::PasswordHasher, "the work was not done"))
    }
}
