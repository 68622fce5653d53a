/**
 * Health of a running installation by Felix Health Checks. Each check is a small component that answers one question: do all
 * bundles run, has the compute engine proved itself, are there models for both roles, is there disk space, does the queue move,
 * do the settings fit. {@link spine.health.internal.Examiner} runs them, and those that other bundles bring, for the command
 * line and the web. A new check implements {@code HealthCheck}, carries {@code @HealthCheckService} with a tag ({@code live},
 * {@code ready}, ...) and needs no registration elsewhere; {@link spine.health.internal.DiskCheck} is the shortest example.
 */
package spine.health.internal;
