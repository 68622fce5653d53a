/** What comes in: its files, and the job that it belongs to. */
package spine.jobs.internal.spool;
