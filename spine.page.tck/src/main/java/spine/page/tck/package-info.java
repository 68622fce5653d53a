/** The test kit for pages: {@link spine.page.tck.Browser} opens them as a person sees them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.page.tck;
