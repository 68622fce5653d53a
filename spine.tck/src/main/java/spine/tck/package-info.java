/** What every extension is held to: extend a contract class, say how to make the extension, run the tests. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.tck;
