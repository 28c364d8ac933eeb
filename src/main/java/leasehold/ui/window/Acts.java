package leasehold.ui.window;

import leasehold.ui.model.AcquireModel;
import leasehold.ui.model.CloseModel;
import leasehold.ui.model.DetailsModel.Topic;
import leasehold.ui.model.Prompts;
import leasehold.ui.model.RevokeModel;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.TargetsModel;

/** What buttons and keys of the window do to the target in front. */
final class Acts {

    private final TargetsModel targets;
    private final Prompts prompts;

    Acts(TargetsModel targets, Prompts prompts) {
        this.targets = targets;
        this.prompts = prompts;
    }

    void acquire() {
        current().acts().acquire();
    }

    void acquireAs() {
        prompts.acquire(new AcquireModel(current()));
    }

    void release() {
        current().acts().release();
    }

    void revoke() {
        if (!current().acts().refused(current().permits().revoke())) {
            prompts.revoke(new RevokeModel(current(), current().leases().selectedLiving()));
        }
    }

    void closeSession() {
        if (!current().acts().refused(current().permits().close())) {
            prompts.close(new CloseModel(current(), false));
        }
    }

    /** Brings a tab to the front, if there are so many. */
    void bring(int tab) {
        if (tab < Topic.values().length) {
            current().details().topic().set(Topic.values()[tab]);
        }
    }

    /** Goes to the next failure, or the previous one if negative. */
    void failure(int by) {
        if (current().failures().rows().isEmpty()) {
            current().say("notice.noFailure");
        } else {
            bring(Topic.FAILURES.ordinal());
            current().failures().step(by);
        }
    }

    void togglePause() {
        if (!current().acts().refused(current().permits().pause())) {
            var paused = current().pause().on();
            paused.set(!paused.get());
        }
    }

    void toggleDetails() {
        var open = current().details().open();
        open.set(!open.get());
    }

    void export() {
        if (!current().acts().refused(current().permits().export())) {
            prompts.export(current());
        }
    }

    void openRecording() {
        prompts.open();
    }

    void showKeys() {
        prompts.keys();
    }

    private TargetModel current() {
        return targets.current().get();
    }
}
