/** Results on their way to destinations, each of which has a thread and a queue of its own. */
package spine.jobs.internal.delivery;
