/**
 * JPEG (ISO/IEC 10918-1): sequential DCT with 8 or 12 bits (SOF0, SOF1) and lossless (SOF3), with Huffman codes. A
 * {@code SegmentReader} goes from marker to marker, a scan decoder fills the {@code Component}s from {@code EntropyBits}.
 */
package spine.dicom.internal.jpeg;
