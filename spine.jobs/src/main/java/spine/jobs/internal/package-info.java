/** The services of a serving platform for studies on their way through it, as the settings want them. */
package spine.jobs.internal;
