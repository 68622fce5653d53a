package spine.dicom.decode;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** The service property of a {@link FrameDecoder}, for a class that is a Declarative Services component. */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface FrameDecoderService {

    /** Precedes the names of the members in those of the service properties. */
    String PREFIX_ = "decoder.";

    /** {@link FrameDecoder#TRANSFER_SYNTAXES} */
    String[] syntaxes();
}
