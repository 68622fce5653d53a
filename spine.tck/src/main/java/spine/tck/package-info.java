/**
 * The test kit for authors of extensions. For each extension point there is an abstract contract with JUnit tests: extend it,
 * say how to make the extension, and the tests run with those of the project. Begin with the one of your extension point:
 * {@link spine.tck.ScoringIndexContract}, {@link spine.tck.SegmentationModelContract}, {@link spine.tck.StudyReaderContract} or
 * {@link spine.tck.ReportWriterContract}; and add {@link spine.tck.BundleContract}, which starts the finished jar in a small
 * container and looks at its manifest, its services and what it leaves behind.
 *
 * <p>A DICOM toolkit behind reader and writers has a contract of its own, {@link spine.tck.dicom.DicomCodecContract}.
 *
 * <p>For tests of your own, {@link spine.tck.SampleSpine} draws a spine whose score can be counted on paper, and
 * {@link spine.tck.SampleStack} and {@link spine.tck.SampleResult} give the input of models and writers.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.tck;
