/**
 * How a program that holds the platform inside itself, as an executor of a cluster does, has studies scored:
 * {@link spine.app.embedded.CohortScoring}, with types of Java alone. The program gives this package to the framework as a package of the
 * system; spine.app then takes it from there instead of its own, so that both speak of the same classes.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version(spine.app.embedded.CohortScoring.PACKAGE_VERSION)
package spine.app.embedded;
