/** Random numbers, all by a seed: bootstrap over patients, and readings blinded to the order of time. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.agreement.resampling;
