package spine.phantom.internal.standard;

import spine.api.service.PhantomGenerator;
import spine.phantom.internal.core.Profile;
import spine.phantom.internal.core.dicom.EncodedStudy;
import spine.phantom.internal.core.study.TimePoint;
import spine.phantom.internal.standard.dicom.MrImageEncoder;
import spine.phantom.internal.standard.study.PhantomStudy;

/** Studies of the kind that the shipped models were trained on. */
public final class StandardProfile implements Profile {

    @Override
    public String name() {
        return PhantomGenerator.STANDARD;
    }

    @Override
    public EncodedStudy study(long seed, TimePoint time) {
        PhantomStudy study = new PhantomStudy(seed, time);
        return new EncodedStudy(study, new MrImageEncoder(study));
    }
}
