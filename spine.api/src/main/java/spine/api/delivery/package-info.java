/** Where the results of a serving platform go: {@link spine.api.delivery.Destination} is what sends them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.api.delivery;
