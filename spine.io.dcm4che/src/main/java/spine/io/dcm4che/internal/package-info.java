/**
 * DICOM data sets by dcm4che. {@link spine.io.dcm4che.internal.Dcm4cheCodec} is the service; {@code PartTenInput} finds where and how the
 * data set is encoded, {@code DataSetHandler} makes elements of what dcm4che meets, {@code DataSetOutput} writes. Pixels are left where
 * they are: the decoders of spine.dicom read them.
 */
package spine.io.dcm4che.internal;
