/**
 * Where an installation keeps what outlives a process: bundles on their way in, settings, logs, choices.
 * {@link spine.common.install.InstallPaths} is the only place that knows the property and the names below it, so that command
 * line, deployment, settings and health checks speak of the same folders.
 */
package spine.common.install;
