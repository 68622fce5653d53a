/** Agreement of masks: Dice, and distances of surfaces in mm. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.agreement.mask;
