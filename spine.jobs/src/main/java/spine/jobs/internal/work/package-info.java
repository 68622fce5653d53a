/** From a complete study to its result: who takes a job, scores it, and keeps or refuses what comes of it. */
package spine.jobs.internal.work;
