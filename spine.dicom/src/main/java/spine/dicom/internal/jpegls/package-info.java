/**
 * JPEG-LS (ISO/IEC 14495-1, ITU-T T.87), lossless and near-lossless. A {@code HeaderReader} finds the scans, a {@code ScanDecoder} goes
 * through their lines with a {@code Predictor} of the samples.
 */
package spine.dicom.internal.jpegls;
