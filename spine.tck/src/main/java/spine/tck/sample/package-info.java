/** Stacks with truth, for tests of what learns from them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.tck.sample;
