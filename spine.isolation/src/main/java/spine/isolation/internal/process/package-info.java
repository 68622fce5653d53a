/** Other processes as the platform sees them: how they are started, asked one question at a time, bounded, ended and named. */
package spine.isolation.internal.process;
