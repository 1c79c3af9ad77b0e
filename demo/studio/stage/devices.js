// The screens on which the design is looked at, in CSS pixels.
export const devices = [
  { id: "fit", title: "Fits the stage", short: "Fit" },
  { id: "320", title: "320 px: the smallest phone", short: "320", width: 320, height: 568 },
  { id: "390", title: "390 px: a phone", short: "390", width: 390, height: 844 },
  { id: "768", title: "768 px: a tablet", short: "768", width: 768, height: 1024 },
  { id: "1280", title: "1280 px: a desk", short: "1280", width: 1280, height: 800 },
  { id: "400", title: "400 %: a 1280 px window, enlarged four times", short: "400 %", width: 320, height: 256, zoom: 2.5 },
];
export const deviceOf = (id) => devices.find((device) => device.id === id) ?? devices[0];
