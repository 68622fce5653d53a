/** Change over time: effect size, standardised response mean, Guyatt's index, differences between two groups. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.agreement.change;
