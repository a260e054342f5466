"""The texts of every error and notice, in English, by code.

The command line prints them unchanged; the window translates them (context "messages"). They are data, so this
module needs no Qt; `lupdate` reads them through `QT_TRANSLATE_NOOP`.
"""

from __future__ import annotations

from collections.abc import Mapping


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark a text for Qt's translation tools without importing Qt."""
    return text


TEXTS: dict[str, str] = {
    # settings and recipes
    "config.range": QT_TRANSLATE_NOOP("messages", "{field} is {value}; allowed is {allowed} ({unit})."),
    "config.sizes": QT_TRANSLATE_NOOP(
        "messages", "min_size is {min_size}, above max_size {max_size}; choose a smaller min_size."
    ),
    "config.windows": QT_TRANSLATE_NOOP(
        "messages",
        "windows is {windows}; with batch norm it must be 1, for its statistics are of one picture.",
    ),
    "config.unknown": QT_TRANSLATE_NOOP("messages", "“{field}” is not a setting of this version."),
    "config.json": QT_TRANSLATE_NOOP("messages", "The settings cannot be read: {reason}."),
    "recipe.unreadable": QT_TRANSLATE_NOOP("messages", "The recipe cannot be read: {reason}."),
    # files
    "file.exists": QT_TRANSLATE_NOOP("messages", "{path} exists; choose another name or use --force."),
    "file.unreadable": QT_TRANSLATE_NOOP("messages", "{path} cannot be read: {reason}."),
    "file.too_long": QT_TRANSLATE_NOOP(
        "messages", "{path} has more than {limit} MB, and no such file is that long; choose another one."
    ),
    "file.special": QT_TRANSLATE_NOOP("messages", "{path} is a pipe or a device; name an ordinary file."),
    "file.input": QT_TRANSLATE_NOOP(
        "messages", "{path} is read by this command and would be replaced by its result; choose another name."
    ),
    "file.long_name": QT_TRANSLATE_NOOP(
        "messages", "The name of {path} is too long: at most {limit} bytes are allowed; choose a shorter one."
    ),
    "file.is_folder": QT_TRANSLATE_NOOP("messages", "{path} is a folder; name a file."),
    "file.no_folder": QT_TRANSLATE_NOOP(
        "messages", "The folder {folder} does not exist; {path} cannot be written."
    ),
    "file.write": QT_TRANSLATE_NOOP("messages", "{path} cannot be written: {reason}."),
    # pictures
    "picture.missing": QT_TRANSLATE_NOOP("messages", "{name} does not exist; name a picture file."),
    "picture.is_folder": QT_TRANSLATE_NOOP("messages", "{name} is a folder; name a picture file."),
    "picture.empty": QT_TRANSLATE_NOOP("messages", "{name} is empty (0 bytes); choose another picture."),
    "picture.unreadable": QT_TRANSLATE_NOOP("messages", "{name} cannot be read: {reason}."),
    "picture.kind": QT_TRANSLATE_NOOP(
        "messages",
        "{name} is not a picture that can be read; allowed are PNG, JPEG, TIFF, WebP, HEIC, AVIF, GIF, BMP "
        "and PPM.",
    ),
    "picture.damaged": QT_TRANSLATE_NOOP(
        "messages", "{name} is damaged or cut off ({reason}); get a whole copy of the picture."
    ),
    "picture.too_large": QT_TRANSLATE_NOOP(
        "messages",
        "{name} has {width}x{height} px; at most {megapixels} megapixels are allowed, shrink it first.",
    ),
    "picture.memory": QT_TRANSLATE_NOOP(
        "messages", "There is not enough memory to read {name}; shrink it first."
    ),
    "picture.small": QT_TRANSLATE_NOOP(
        "messages",
        "The picture has {width}x{height} px; each side must have at least {low} px to be learned.",
    ),
    "picture.narrow": QT_TRANSLATE_NOOP(
        "messages",
        "The picture has {width}x{height} px; one side may be at most {ratio} times the other, crop it first.",
    ),
    "picture.shrunk": QT_TRANSLATE_NOOP(
        "messages", "The picture had {width}x{height} px; it was shrunk to {side} px on its longer side."
    ),
    "picture.first_frame": QT_TRANSLATE_NOOP(
        "messages", "The file holds several pictures; only the first one is used."
    ),
    "picture.cut_off": QT_TRANSLATE_NOOP(
        "messages", "{name} lacks its end: the missing part is grey. Get a whole copy if there is one."
    ),
    "picture.flattened": QT_TRANSLATE_NOOP("messages", "Transparent parts were filled with white."),
    "picture.transparent": QT_TRANSLATE_NOOP(
        "messages",
        "Results are transparent where the picture is; JPEG pictures and MP4 films are on white.",
    ),
    "picture.stretched": QT_TRANSLATE_NOOP(
        "messages", "The picture's values, {low} to {high}, were stretched to black to white."
    ),
    "picture.profile_ignored": QT_TRANSLATE_NOOP(
        "messages", "The picture's colour profile does not fit it and was ignored; colours may be off."
    ),
    "picture.cmyk_guess": QT_TRANSLATE_NOOP(
        "messages", "The picture is CMYK without a colour profile; its colours are a guess."
    ),
    # projects
    "project.missing": QT_TRANSLATE_NOOP("messages", "{path} does not exist."),
    "project.not_ours": QT_TRANSLATE_NOOP("messages", "{path} is not a SinGAN Studio project."),
    "project.name": QT_TRANSLATE_NOOP("messages", "{path} is no name for a project; let it end in .singan."),
    "project.replaced": QT_TRANSLATE_NOOP(
        "messages",
        "{path} is not a SinGAN Studio project, so no project may replace it; choose another name.",
    ),
    "project.newer": QT_TRANSLATE_NOOP(
        "messages",
        "{path} was made by a newer SinGAN Studio (file version {version}, up to {known} is known here); update it.",
    ),
    "project.newer_setting": QT_TRANSLATE_NOOP(
        "messages",
        "{path} was made by a newer SinGAN Studio (its setting “{field}” is not known here); update it.",
    ),
    "project.older": QT_TRANSLATE_NOOP(
        "messages",
        "{path} has the older file version {version} and cannot be changed there; copy it to a folder of yours.",
    ),
    "project.truncated": QT_TRANSLATE_NOOP(
        "messages",
        "{path} is cut off: {size} of {expected} bytes are there. It was left as it is; copy it again.",
    ),
    "project.damaged": QT_TRANSLATE_NOOP(
        "messages", "{path} is damaged ({reason}). It was left as it is; use another copy of it."
    ),
    "project.unreadable": QT_TRANSLATE_NOOP("messages", "{path} cannot be read: {reason}."),
    "project.unfinished": QT_TRANSLATE_NOOP(
        "messages",
        "{path} was not closed properly, and its folder is read-only; copy it and the files beside it elsewhere.",
    ),
    "project.read_only": QT_TRANSLATE_NOOP(
        "messages", "{path} or its folder is read-only; copy it to a folder of yours first."
    ),
    "project.copied": QT_TRANSLATE_NOOP(
        "messages", "{path} or its folder is read-only, so this is a copy: what you do is kept in {copy}."
    ),
    "project.same_file": QT_TRANSLATE_NOOP(
        "messages", "{path} is this project itself, and always saved; choose another name."
    ),
    "project.locked": QT_TRANSLATE_NOOP(
        "messages", "{path} is open in another window or command; close it there first."
    ),
    "project.other_name": QT_TRANSLATE_NOOP(
        "messages", "{path} is in use under another name; close it there first."
    ),
    "project.moved": QT_TRANSLATE_NOOP(
        "messages",
        "{path} was moved, deleted or replaced while it was in use. Save a copy, or what was done since is lost.",
    ),
    "project.rescued": QT_TRANSLATE_NOOP(
        "messages",
        "{path} was moved, deleted or replaced while it was in use. Everything is kept in {copy}.",
    ),
    "project.handwork": QT_TRANSLATE_NOOP(
        "messages",
        "The canvas of {tool} cannot be read ({reason}). It starts empty; nothing else is lost.",
    ),
    "project.result_damaged": QT_TRANSLATE_NOOP(
        "messages",
        "The settings of result #{result} cannot be read ({reason}). Everything else is there.",
    ),
    "project.no_lock": QT_TRANSLATE_NOOP("messages", "{path} cannot be locked: {reason}."),
    "project.busy": QT_TRANSLATE_NOOP(
        "messages", "{path} was kept busy by another program for {seconds} s; try again."
    ),
    "project.full": QT_TRANSLATE_NOOP(
        "messages",
        "The disk is full; {path} was not written, what was saved before is kept. Free some space and try again.",
    ),
    "project.failed": QT_TRANSLATE_NOOP("messages", "{path} cannot be used: {reason}."),
    "project.learned": QT_TRANSLATE_NOOP(
        "messages", "{path} is learned already; crop the picture in a new project."
    ),
    "project.no_model": QT_TRANSLATE_NOOP("messages", "There is no model {model} in {path}."),
    "project.no_result": QT_TRANSLATE_NOOP("messages", "There is no result {result} in {path}."),
    "project.no_blob": QT_TRANSLATE_NOOP(
        "messages", "A picture that a result was made from is missing in {path} (SHA-256 {sha})."
    ),
    # engine
    "device.missing": QT_TRANSLATE_NOOP(
        "messages", "Device {device} is not available here; allowed is {allowed}."
    ),
    "engine.memory": QT_TRANSLATE_NOOP(
        "messages",
        "Out of memory on {device} at scale {scale}; finished scales are kept. Try a smaller size.",
    ),
    "engine.memory_saved": QT_TRANSLATE_NOOP(
        "messages",
        "Memory ran out at scale {scale}. Learning goes on with less at a time: {windows} × {width}×{height} px.",
    ),
    "engine.failed": QT_TRANSLATE_NOOP("messages", "Learning stopped: {reason}. Finished scales are kept."),
    "engine.diverged": QT_TRANSLATE_NOOP(
        "messages", "Learning went astray at scale {scale} (a loss is not a number); try another seed."
    ),
    "model.damaged": QT_TRANSLATE_NOOP("messages", "The learned model in the project is damaged: {reason}."),
    "start_scale.range": QT_TRANSLATE_NOOP("messages", "The start scale is {value}; allowed is {allowed}."),
    "start_scale.early": QT_TRANSLATE_NOOP(
        "messages", "This needs {needed} learned scales, and {finished} is learned. Learn some more first."
    ),
    "mask.empty": QT_TRANSLATE_NOOP(
        "messages", "The mask is empty: nothing in it is opaque or bright. Mark the area that may change."
    ),
    "mask.outside": QT_TRANSLATE_NOOP(
        "messages",
        "What the mask marks was cropped away when it was fitted ({how}); fit it in another way, or mark more.",
    ),
    "model.needed": QT_TRANSLATE_NOOP(
        "messages",
        "{tool} needs one more model of this picture ({kind}); it is learned now and kept in the project.",
    ),
    "enlarge.size": QT_TRANSLATE_NOOP(
        "messages",
        "The result would have {width}x{height} px; allowed are {limit} px on the longer side: a factor of {allowed}.",
    ),
    "input.fitted": QT_TRANSLATE_NOOP(
        "messages",
        "{name} has {width}x{height} px, the original {wanted_width}x{wanted_height}; it was fitted ({how}).",
    ),
    "sample.no_scales": QT_TRANSLATE_NOOP("messages", "Nothing is learned yet; learn the picture first."),
    "sample.size": QT_TRANSLATE_NOOP(
        "messages", "The size is {width}x{height}; allowed is {low}..{high} px on each side."
    ),
    # engine processes
    "worker.died": QT_TRANSLATE_NOOP(
        "messages",
        "The {role} process ended by itself ({reason}). Finished scales are kept; details are in {log}.",
    ),
    "worker.silent": QT_TRANSLATE_NOOP(
        "messages",
        "The {role} process was ended: {reason}. Finished scales are kept; details are in {log}.",
    ),
    "worker.killed": QT_TRANSLATE_NOOP(
        "messages", "The {role} process was ended: {reason}. Finished scales are kept."
    ),
    "worker.version": QT_TRANSLATE_NOOP(
        "messages", "The {role} process does not fit this program ({reason}); restart SinGAN Studio."
    ),
    "worker.start": QT_TRANSLATE_NOOP(
        "messages", "The {role} process could not be started: {reason}. Close other programs and try again."
    ),
    "render.cancelled": QT_TRANSLATE_NOOP("messages", "The picture was cancelled."),
    "render.no_project": QT_TRANSLATE_NOOP("messages", "No project is open; open one first."),
    "render.memory": QT_TRANSLATE_NOOP(
        "messages", "Out of memory on {device}; the picture was not made. Try a smaller size."
    ),
    "render.failed": QT_TRANSLATE_NOOP("messages", "The picture could not be made: {reason}."),
    "patches.no_source": QT_TRANSLATE_NOOP(
        "messages", "Too little of the picture is left to take patches from; exclude less of it."
    ),
    "model.cannot": QT_TRANSLATE_NOOP(
        "messages", "{tool} needs a learned model: the picture must be learned first."
    ),
    "recipe.scales": QT_TRANSLATE_NOOP(
        "messages", "The recipe needs {value} scales; this model has finished {finished}."
    ),
    # tools
    "tool.unknown": QT_TRANSLATE_NOOP(
        "messages", "“{name}” is not a tool of this version; it has {allowed}."
    ),
    "tool.parameter": QT_TRANSLATE_NOOP("messages", "{tool} has no parameter “{name}”; it has {allowed}."),
    "keyframes.shape": QT_TRANSLATE_NOOP(
        "messages", "The keyframes are {value}; allowed are lists of keys by track: {allowed}."
    ),
    "keyframes.track": QT_TRANSLATE_NOOP(
        "messages", "There is no keyframe track “{name}”; allowed is {allowed}."
    ),
    "keyframes.key": QT_TRANSLATE_NOOP(
        "messages", "In the track {name} is {value}; allowed are keys of frame, value and ease (or without)."
    ),
    "keyframes.twice": QT_TRANSLATE_NOOP(
        "messages", "The track {name} has two keys at frame {frame}; leave one of them out."
    ),
    "flow.no_arrow": QT_TRANSLATE_NOOP(
        "messages", "Nothing flows yet: give at least one arrow, x,y,dx,dy in pixels of the picture."
    ),
    # window
    "window.unexpected": QT_TRANSLATE_NOOP(
        "messages", "Something unexpected happened ({reason}). Help > Logs holds the details for a report."
    ),
    "window.canvas_failed": QT_TRANSLATE_NOOP(
        "messages",
        "The change of the canvas failed and was taken back ({reason}); Help > Logs holds the details.",
    ),
    "window.no_guide": QT_TRANSLATE_NOOP(
        "messages",
        "The user guide is not part of this installation. Every command says what it does in the last line.",
    ),
    "window.hole": QT_TRANSLATE_NOOP(
        "messages",
        "The hole is filled roughly. Fill invents what could be there from the rest of the picture.",
    ),
    "window.more_dropped": QT_TRANSLATE_NOOP(
        "messages", "{count} more dropped: {name} is the next. This project is saved and stays in the list."
    ),
    "window.nothing_to_paste": QT_TRANSLATE_NOOP(
        "messages", "The clipboard holds no picture; copy a picture or a picture file first."
    ),
    "window.other_model": QT_TRANSLATE_NOOP(
        "messages",
        "The settings come from another model: the same seed and parameters make another picture with this one.",
    ),
    "window.draft_learned": QT_TRANSLATE_NOOP(
        "messages",
        "The draft is learned. It can be improved to Standard in the background; it stays in use meanwhile.",
    ),
    "window.improved": QT_TRANSLATE_NOOP("messages", "The improved model is ready and in use now."),
    "window.no_film": QT_TRANSLATE_NOOP(
        "messages",
        "There is no film of this model: it was learned without the window. Learn it again to get one.",
    ),
    "window.deleted": QT_TRANSLATE_NOOP("messages", "Result #{result} is deleted."),
    "window.command_copied": QT_TRANSLATE_NOOP("messages", "Copied: {command}"),
    "window.picture_copied": QT_TRANSLATE_NOOP("messages", "Result #{result} is in the clipboard."),
    "window.saved": QT_TRANSLATE_NOOP("messages", "Saved {path}"),
    "window.no_project": QT_TRANSLATE_NOOP("messages", "No project is open; open a picture first."),
    "window.no_free_name": QT_TRANSLATE_NOOP(
        "messages", "{folder} already holds {count} projects named {name}; move some of them away."
    ),
    # films
    "film.no_room": QT_TRANSLATE_NOOP(
        "messages", "There is no room for the frames of the film: {reason}. Free some space and try again."
    ),
    "export.format": QT_TRANSLATE_NOOP(
        "messages",
        "{path} does not end as a film does; allowed is {allowed}, or --format png for a folder of pictures.",
    ),
    "export.no_ffmpeg": QT_TRANSLATE_NOOP(
        "messages", "The encoder ffmpeg is missing; install the package imageio-ffmpeg again."
    ),
    "export.speed": QT_TRANSLATE_NOOP(
        "messages",
        "A film in the format {format} cannot play {wanted} frames a second; this one plays {fps}.",
    ),
    "export.on_white": QT_TRANSLATE_NOOP(
        "messages", "A film in this format cannot be transparent: it is on white."
    ),
    "export.hard_edges": QT_TRANSLATE_NOOP(
        "messages", "A pixel in this format is transparent or not: edges are hard."
    ),
    "export.clash": QT_TRANSLATE_NOOP(
        "messages", "{path} does not fit the format {format}; allowed is {allowed}."
    ),
    "export.no_encoder": QT_TRANSLATE_NOOP(
        "messages",
        "This ffmpeg has no encoder {name}; choose another format or install imageio-ffmpeg again.",
    ),
    "export.full": QT_TRANSLATE_NOOP(
        "messages", "The disk is full; the film was not written. Free some space and try again."
    ),
    "export.no_frames": QT_TRANSLATE_NOOP("messages", "There are no frames to write; ask for at least one."),
    "export.failed": QT_TRANSLATE_NOOP("messages", "The film cannot be written: {reason}."),
    # command line
    "output.failed": QT_TRANSLATE_NOOP(
        "messages", "The output cannot be written: {reason}. What is finished is kept."
    ),
    "cli.usage": QT_TRANSLATE_NOOP("messages", "{reason}; singan-studio -h shows what is allowed."),
    "cli.unexpected": QT_TRANSLATE_NOOP(
        "messages", "Something unexpected happened ({reason}); details are in {log}."
    ),
    "cli.no_display": QT_TRANSLATE_NOOP(
        "messages", "There is no display, so {path} is learned here, without the window."
    ),
    "window.failed": QT_TRANSLATE_NOOP(
        "messages", "The window cannot open ({reason}); the commands work without it, see singan-studio -h."
    ),
    "file.missing": QT_TRANSLATE_NOOP("messages", "{path} does not exist."),
    "file.not_folder": QT_TRANSLATE_NOOP("messages", "{path} is a file; name a folder."),
    "file.not_empty": QT_TRANSLATE_NOOP("messages", "The folder {path} is not empty; choose another name."),
    "option.clash": QT_TRANSLATE_NOOP(
        "messages", "{first} and {second} exclude each other; give one of them."
    ),
    "option.size": QT_TRANSLATE_NOOP(
        "messages", "{field} is {value}; allowed is WIDTHxHEIGHT in px, for instance 300x200."
    ),
    "option.json": QT_TRANSLATE_NOOP(
        "messages", "{field} is {path}, which cannot be read as JSON: {reason}."
    ),
    "export.no_exif": QT_TRANSLATE_NOOP(
        "messages", "The photo's camera noted nothing that could be kept, or the project was made without it."
    ),
    "export.still": QT_TRANSLATE_NOOP(
        "messages", "{path} does not end in {allowed}; the result is a picture."
    ),
    "resume.missing": QT_TRANSLATE_NOOP(
        "messages", "{path} does not exist, so there is nothing to resume; leave --resume out."
    ),
    "resume.no_picture": QT_TRANSLATE_NOOP(
        "messages", "{image} is not there; learning goes on with the picture in {path}."
    ),
    "resume.picture": QT_TRANSLATE_NOOP(
        "messages", "{image} is not the picture that {path} learns; give that one, or another project name."
    ),
    "resume.option": QT_TRANSLATE_NOOP(
        "messages", "{field} is {value}, but {path} was begun with {begun}; leave the option out to go on."
    ),
    "replay.no_recipe": QT_TRANSLATE_NOOP(
        "messages", "{path} holds no recipe; only pictures and films made by this program can be made again."
    ),
    "replay.no_project": QT_TRANSLATE_NOOP(
        "messages", "The project that made {path} was not found; name it with --project."
    ),
    "replay.model": QT_TRANSLATE_NOOP(
        "messages", "{project} does not hold the model that made {path}; name another one with --project."
    ),
    "param.unused": QT_TRANSLATE_NOOP("messages", "{field} was not used: it needs --model {model}."),
    "pins.model": QT_TRANSLATE_NOOP("messages", "This learned model cannot hold pins: add --model patches."),
    "pins.outside": QT_TRANSLATE_NOOP("messages", "--pin {value} lies outside the {width}x{height} px."),
    "replay.no_input": QT_TRANSLATE_NOOP("messages", "Name the {name} that {path} was made with by --input."),
    "replay.other_input": QT_TRANSLATE_NOOP("messages", "{path} was no input of this result."),
    "replay.differs": QT_TRANSLATE_NOOP(
        "messages", "The picture was made with {name} {before}, now it is {after}; single bits may differ."
    ),
    "batch.no_folder": QT_TRANSLATE_NOOP(
        "messages", "{path} is not a folder; name the folder of the pictures first and the options after it."
    ),
    "batch.same_folder": QT_TRANSLATE_NOOP(
        "messages", "{path} is the folder of the pictures; choose another one for the results."
    ),
    "batch.nothing": QT_TRANSLATE_NOOP(
        "messages", "{folder} holds nothing to work on; allowed are files that end in {allowed}."
    ),
    "batch.settings": QT_TRANSLATE_NOOP(
        "messages",
        "The results in {folder} were made with other settings ({changes}); choose another folder, or make all again "
        "with --force.",
    ),
    "batch.resume": QT_TRANSLATE_NOOP(
        "messages", "A batch goes on by itself where it stopped; leave --resume out."
    ),
    "batch.process": QT_TRANSLATE_NOOP(
        "messages", "The process that worked on it ended suddenly (code {code}); memory may have run out."
    ),
    "batch.lost": QT_TRANSLATE_NOOP("messages", "The workers of the cluster could not finish it: {reason}."),
    "batch.no_distributed": QT_TRANSLATE_NOOP(
        "messages",
        "--cluster needs Dask distributed, which is not installed: pip install 'singan-studio[cluster]'",
    ),
    "batch.no_cluster": QT_TRANSLATE_NOOP("messages", "No cluster answers at {address}: {reason}."),
    "queue.elsewhere": QT_TRANSLATE_NOOP(
        "messages", "Another window of the studio has the queue; add the pictures there."
    ),
    "queue.nothing": QT_TRANSLATE_NOOP("messages", "No pictures are among these files."),
    "queue.through": QT_TRANSLATE_NOOP(
        "messages", "The queue is through: {done} pictures done, {failed} failed."
    ),
    "record.skipped": QT_TRANSLATE_NOOP(
        "messages", "The results are not kept in the project, only as files: {reason}."
    ),
}


def english(code: str, params: Mapping[str, object]) -> str:
    """Return the English text of a code, filled in; the bare code and its parameters when a code has no text."""
    template = TEXTS.get(code)
    if template is None:
        return f"{code} {dict(params)}"
    return template.format(**params)
