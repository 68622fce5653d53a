/** Tells those who want to know of what happens to jobs. */
package spine.jobs.internal.event;
