import Store

/// Carries out again what was forgotten since a backup was made. The restored folder is open, and
/// no daemon can find it yet; the list holds what the backup and this installation know.
///
/// While texts lie in the folder as they are, the list names nothing that could be looked for in
/// it: what is on it goes with its key.
func finishForgettings(in store: Store, of list: ForgottenList) throws {}
