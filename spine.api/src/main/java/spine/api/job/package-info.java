/**
 * Studies on their way through a serving platform: received, scored, sent. {@link spine.api.job.Jobs} is the service; what comes in goes
 * through {@link spine.api.intake}. Jobs are kept in a database: they outlive the process.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.api.job;
