/** What comes in from outside to be scored by a serving platform, and what is kept of it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.api.intake;
