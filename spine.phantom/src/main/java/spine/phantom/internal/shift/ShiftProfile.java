package spine.phantom.internal.shift;

import spine.phantom.internal.core.Profile;
import spine.phantom.internal.core.dicom.EncodedStudy;
import spine.phantom.internal.core.study.TimePoint;
import spine.phantom.internal.shift.dicom.MrImageEncoder;
import spine.phantom.internal.shift.prior.Priors;
import spine.phantom.internal.shift.study.PhantomStudy;

/** Studies that no model is trained on: they show how well a model generalises beyond its training data. */
public final class ShiftProfile implements Profile {
    private final Priors priors;

    public ShiftProfile(Priors priors) {
        this.priors = priors;
    }

    @Override
    public String name() {
        return priors.name();
    }

    @Override
    public EncodedStudy study(long seed, TimePoint time) {
        PhantomStudy study = new PhantomStudy(priors, seed, time);
        return new EncodedStudy(study, new MrImageEncoder(study));
    }
}
