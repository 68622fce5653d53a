/**
 * De-identification of DICOM images. {@link spine.deidentify.internal.ProfileDeidentification} is the service; {@code profile} says what is
 * to be done with each attribute, {@code key} makes new identifiers, {@code dataset} works on headers and {@code file} on files.
 */
package spine.deidentify.internal;
