/**
 * The inbox folder: what is dropped into it, a folder, a zip or a single file, is handed to {@link spine.api.intake.Intake} once it is
 * still, and moved aside with a sentence. It is data from outside: links are not followed, nothing is named by what it says, and what
 * it may unpack to is bounded.
 */
package spine.doors.internal.inbox;
