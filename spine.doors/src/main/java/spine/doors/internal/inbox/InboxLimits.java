package spine.doors.internal.inbox;

/**
 * What an entry of the inbox may have.
 *
 * @param files most in a folder or zip
 * @param zipBytes most that a zip may unpack to
 * @param objectBytes largest file that is taken
 */
record InboxLimits(int files, long zipBytes, long objectBytes) {
}
