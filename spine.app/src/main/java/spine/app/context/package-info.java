/** What the platform lends to commands while they run: scoring, studies, models, services, start of the engine. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.app.context;
