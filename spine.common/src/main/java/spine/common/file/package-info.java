/**
 * Files and folders that other processes read while they are being written, or that several processes write. Start with
 * {@link spine.common.file.AtomicFile}, which replaces one file; {@link spine.common.file.AtomicFolder} does the same for a
 * folder of results, and {@link spine.common.file.LockedFile} is for small files that several processes change in turn. All
 * of them write beside the target and rename, so a reader sees the old content or the new one and never a part.
 * {@link spine.common.file.BoundedFile} and {@link spine.common.file.LimitedInput} read what comes from outside, up to a limit.
 */
package spine.common.file;
