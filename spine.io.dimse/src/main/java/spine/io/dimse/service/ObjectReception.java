package spine.io.dimse.service;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.common.text.DicomUid;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.NetworkException;
import spine.io.dimse.ReceivedObject;
import spine.io.dimse.StoreHandler;

/** What a listener does with a C-STORE (PS3.7 9.3.1, PS3.4 B.2): checks what the command says and hands the data set on. */
public final class ObjectReception {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectReception.class);
    private static final DimseStatus WITHOUT_DATA_SET = DimseStatus.NOT_UNDERSTOOD.because("there is no data set");
    private static final DimseStatus OTHER_CLASS = new DimseStatus(0x0122, "the context is for another SOP class");

    private final StoreHandler handler;

    public ObjectReception(StoreHandler handler) {
        this.handler = handler;
    }

    /**
     * @param announced what the command names, unchecked
     * @param context SOP class of the presentation context
     * @param dataSet empty if none was sent
     * @return what to answer
     * @throws IOException if the association is broken
     */
    public DimseStatus take(ReceivedObject announced, String context, Optional<InputStream> dataSet) throws IOException {
        if (!DicomUid.isValid(announced.sopInstance()) || !DicomUid.isValid(announced.sopClass())) {
            return DimseStatus.INVALID_INSTANCE;
        }
        if (!announced.sopClass().equals(context)) {
            return OTHER_CLASS;
        }
        return dataSet.isEmpty() ? WITHOUT_DATA_SET : store(announced, dataSet.get());
    }

    private DimseStatus store(ReceivedObject object, InputStream bytes) throws IOException {
        DataSetHead head = DataSetHead.read(bytes, object.transferSyntax());
        if (head.isNoDataSet()) {
            return DimseStatus.NOT_UNDERSTOOD.because("the data set is damaged");
        }
        if (head.contradicts(object)) {
            return DimseStatus.OTHER_OBJECT;
        }
        try {
            return handler.store(object, head.followedBy(bytes));
        } catch (NetworkException broken) {
            throw broken;
        } catch (IOException failure) {
            LOG.warn("An object from {} was not kept.", object.callingTitle(), failure);
            return DimseStatus.OUT_OF_RESOURCES.because("the object could not be kept");
        } catch (RuntimeException failure) {
            LOG.error("An object from {} was not kept.", object.callingTitle(), failure);
            return DimseStatus.PROCESSING_FAILURE;
        }
    }
}
