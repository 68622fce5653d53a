/** From files to files: which are images that may be passed on, what they are called, and the report on all of them. */
package spine.deidentify.internal.file;
