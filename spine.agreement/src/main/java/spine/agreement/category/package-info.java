/** Agreement on categories beyond chance: Cohen, Fleiss, Gwet, Krippendorff. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.agreement.category;
