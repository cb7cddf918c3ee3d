#!/usr/bin/python3
"""Whether a classifier learns more from refined digits than from the drawn ones that they were made of.

usage: python3 refined_digits.py [--image FILE] FOLDER...      (needs scikit-learn, scipy and Pillow: Debian's python3-sklearn, python3-pil)

Each FOLDER belongs to one seed and has the sub-folders `refined` and `drawn`, as these commands write them:

    ./gan train simgan --seed S --set "data.other={name: drawn-digits, seed: S}" --out RUN
    ./gan refine RUN FOLDER/refined --count 2000 --unrefined FOLDER/drawn

Two classifiers, with scikit-learn's defaults (more iterations for the first): logistic regression, and a support vector
machine with a Gaussian kernel. Each is trained on the 2,000 drawn digits of a seed, on the same ones refined, and on the
1,257 real digits of the training split with their labels; it is tested on the 540 of the test split, which no training
here has seen. The real digits are those that the refiner's critic saw, without labels. `most frequent class` always says
the class that is most frequent in the training split. Prints the accuracies of each seed, their mean, and the mean
difference of refined minus drawn with its 95 % interval by Student's t over the seeds.

It also describes the images: the mean distance of every fourth one to the nearest real digit of the training split, in pixels
from 0 to 1, and how many of them a support vector machine that learned from the real digits recognizes. `--image` draws digits of the first
folder: three pairs of rows, drawn above refined, and real ones on the right.
"""
import pathlib
import sys

import numpy as np
from PIL import Image
from scipy import stats
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC

TRAIN = 1257
CLASSIFIERS = {
    "logistic regression": lambda: LogisticRegression(max_iter=5000),
    "support vector machine": lambda: SVC(),
}


def folder(path):
    """Images from 0 to 1, and the names of their folders as labels."""
    files = sorted(path.glob("*/*.png"))
    images = np.stack([np.asarray(Image.open(file), np.float64).ravel() for file in files]) / 255
    return images, np.array([int(file.parent.name) for file in files])


def accuracy(make, images, labels, real, truth):
    return 100 * make().fit(images, labels).score(real, truth)


def nearest(images, real):
    """The mean distance of images to the nearest real one."""
    return np.mean([np.sqrt(((real - image) ** 2).sum(1).min()) for image in images])


def image(file, drawn, refined, real, rows=3, scale=5, gap=1):
    """Writes the first images of each class: pairs of rows on the left, real digits on the right."""
    side, edge = 8, 8 + gap
    sheet = np.full((2 * rows * edge + gap, 20 * edge + 4 * gap), 0.3)

    def put(images, labels, row, nth, left):
        for digit in range(10):
            x = left + digit * edge
            sheet[gap + row * edge:gap + row * edge + side, x:x + side] = \
                images[labels == digit][nth].reshape(side, side)

    for nth in range(rows):
        put(*drawn, 2 * nth, nth, gap)
        put(*refined, 2 * nth + 1, nth, gap)
    for row in range(2 * rows):
        put(*real, row, row, 10 * edge + 3 * gap)
    image = Image.fromarray((255 * sheet).round().astype(np.uint8))
    image.resize((image.width * scale, image.height * scale), Image.NEAREST).save(file, optimize=True)


if __name__ == "__main__":
    digits = load_digits()
    pixels = digits.data / 16
    train, test = (pixels[:TRAIN], digits.target[:TRAIN]), (pixels[TRAIN:], digits.target[TRAIN:])
    given = sys.argv[1:]
    file = given[1] if given[0] == "--image" else None
    seeds = [pathlib.Path(each) for each in given[2 if file else 0:]]
    if file:
        image(file, folder(seeds[0] / "drawn"), folder(seeds[0] / "refined"), train)
    rows = {name: [] for name in CLASSIFIERS}
    near, known = {"drawn": [], "refined": []}, {"drawn": [], "refined": []}
    for seed in seeds:
        drawn, refined = folder(seed / "drawn"), folder(seed / "refined")
        change = np.abs(drawn[0] - refined[0]).mean()
        for name, (images, labels) in {"drawn": drawn, "refined": refined}.items():
            near[name].append(nearest(images[::4], train[0]))
            known[name].append(accuracy(CLASSIFIERS["support vector machine"], *train, images, labels))
        line = [f"{seed.name}: {len(drawn[0])} images, mean change of a pixel {change:.3f} of 1"]
        for name, make in CLASSIFIERS.items():
            both = accuracy(make, *drawn, *test), accuracy(make, *refined, *test)
            rows[name].append(both)
            line.append(f"{name}: drawn {both[0]:.2f} %, refined {both[1]:.2f} %")
        print("; ".join(line), flush=True)
    frequent = np.bincount(train[1]).argmax()
    print(f"\nmost frequent class {100 * (test[1] == frequent).mean():.2f} %\n")
    print("| classifier | drawn | refined | refined minus drawn, 95 % | real |\n|---|---|---|---|---|")
    for name, make in CLASSIFIERS.items():
        both = np.array(rows[name])
        difference = both[:, 1] - both[:, 0]
        half = stats.t.ppf(0.975, len(difference) - 1) * difference.std(ddof=1) / len(difference) ** 0.5
        print(f"| {name} | {both[:, 0].mean():.2f} % | {both[:, 1].mean():.2f} % | {difference.mean():+.2f} points"
              f" ({difference.mean() - half:+.2f} to {difference.mean() + half:+.2f}) |"
              f" {accuracy(make, *train, *test):.2f} % |")
    print("\n| | drawn | refined | real, test split |\n|---|---|---|---|")
    print(f"| distance to the nearest real digit | {np.mean(near['drawn']):.2f} | {np.mean(near['refined']):.2f} |"
          f" {nearest(test[0], train[0]):.2f} |")
    print(f"| recognized by what learned from real digits | {np.mean(known['drawn']):.1f} % |"
          f" {np.mean(known['refined']):.1f} % |"
          f" {accuracy(CLASSIFIERS['support vector machine'], *train, *test):.1f} % |")
