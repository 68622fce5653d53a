package spine.dicom.internal.image;

/** Output = slope × stored + intercept (PS3.3 C.11.1.1.2). */
record Rescale(double slope, double intercept) {
}
