/**
 * Synthetic whole-spine STIR studies with truth: the same seed gives the same study, byte for byte. For training without the platform
 * there is {@link spine.phantom.PhantomCases}; inside it, use the service {@link spine.api.service.PhantomGenerator}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.phantom;
