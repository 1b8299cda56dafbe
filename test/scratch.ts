import { exactRatio, exactDifference } from "../src/points/exact-ratio.ts";
console.log(exactRatio([100000, 9700],[100000,9700],2), exactRatio([0.1,0.1],[1],3), exactDifference(100000, 8842.3), exactDifference(8842.3,100000), exactRatio([8842.3,4500],[9700],2));
try { exactRatio([123456789012345, 1],[1],2) } catch (e) { console.log(String(e)) }
